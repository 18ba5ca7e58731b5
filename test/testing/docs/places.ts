import { Cmdlet, Parameter, PSCmdlet, ValidateRange } from '@cmdlet/core';

@Cmdlet('Get', 'Place', {
  defaultParameterSetName: 'City',
  outputType: String,
  synopsis: 'Gets a place on the map.',
  examples: [{ code: 'Get-Place Oslo', output: ['Oslo'] }],
})
export class GetPlace extends PSCmdlet<string> {
  @Parameter({ parameterSetName: 'City', mandatory: true, position: 0, valueFromPipeline: true }) city!: string;
  @Parameter({ parameterSetName: 'Coordinates', mandatory: true }) @ValidateRange(-90, 90) latitude!: number;
  @Parameter({ parameterSetName: 'Coordinates', mandatory: true }) @ValidateRange(-180, 180) longitude!: number;

  override *processRecord() {
    yield this.parameterSetName === 'City' ? this.city : `${this.latitude}/${this.longitude}`;
  }
}

@Cmdlet('Remove', 'Place', {
  supportsShouldProcess: true,
  confirmImpact: 'High',
  outputType: String,
  synopsis: 'Takes a place off the map.',
  examples: [{ code: 'Remove-Place Oslo -WhatIf' }],
})
export class RemovePlace extends PSCmdlet<string> {
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true }) city!: string;

  override async processRecord(): Promise<void> {
    if (await this.shouldProcess(this.city, 'Remove place')) await this.writeObject(this.city);
  }
}
